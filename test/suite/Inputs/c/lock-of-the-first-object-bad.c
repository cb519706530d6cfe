// The iteration holds the lock of the first object only, while it reads the balances of all.
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
    t->cash += i; // RACE
    pthread_mutex_unlock(&t->lock);
  }
  return NULL;
}

static long cash_in_all(void) {
  long sum = 0;
  pthread_mutex_lock(&tills[0].lock);
  for (int i = 0; i < TILLS; i++)
    sum += tills[i].cash; // RACE
  pthread_mutex_unlock(&tills[0].lock);
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
