// The iteration takes the lock of each object in its turn.
#include <pthread.h>
#include <stdio.h>

#define TILLS 4

struct till {
  pthread_mutex_t lock;
  long cash;
};

static struct till tills[TILLS];

static void *cashier(void *arg) {
  struct till *t = arg;
  for (int i = 0; i < 300; i++) {
    pthread_mutex_lock(&t->lock);
    t->cash += i;
    pthread_mutex_unlock(&t->lock);
  }
  return NULL;
}

static long cash_in_all(void) {
  long sum = 0;
  for (int i = 0; i < TILLS; i++) {
    pthread_mutex_lock(&tills[i].lock);
    sum += tills[i].cash;
    pthread_mutex_unlock(&tills[i].lock);
  }
  return sum;
}

int main(void) {
  pthread_t t[TILLS];
  for (int i = 0; i < TILLS; i++) {
    pthread_mutex_init(&tills[i].lock, NULL);
    pthread_create(&t[i], NULL, cashier, &tills[i]);
  }
  long seen = cash_in_all();
  for (int i = 0; i < TILLS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", seen <= cash_in_all());
  return 0;
}
