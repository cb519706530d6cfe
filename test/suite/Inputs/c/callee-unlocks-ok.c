// The function that finishes a transaction also unlocks, so the caller notes the outcome before it calls it.
#include <pthread.h>
#include <stdio.h>

struct database {
  pthread_mutex_t lock;
  int pages[16];
  int open_transactions;
  int last_outcome;
};

static struct database db = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void begin_transaction(struct database *d) {
  pthread_mutex_lock(&d->lock);
  d->open_transactions++;
}

static void end_transaction(struct database *d) {
  d->open_transactions--;
  pthread_mutex_unlock(&d->lock);
}

static void add_to_page(struct database *d, int page, int amount) {
  begin_transaction(d);
  d->pages[page % 16] += amount;
  d->last_outcome = d->pages[page % 16];
  end_transaction(d);
}

static void *client(void *arg) {
  int step = *(int *)arg;
  for (int i = 0; i < 500; i++)
    add_to_page(&db, i * step, 1);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int steps[2] = {1, 3};
  pthread_create(&a, NULL, client, &steps[0]);
  pthread_create(&b, NULL, client, &steps[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", db.pages[0]);
  return 0;
}
