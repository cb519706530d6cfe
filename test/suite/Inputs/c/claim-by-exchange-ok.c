// The order is claimed by one atomic exchange of its flag: only the cook who saw it clear prepares it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#define ORDERS 100

struct order {
  atomic_bool claimed;
  int cook;
  int prepared;
};

static struct order orders[ORDERS];

static void *cook(void *arg) {
  int me = *(int *)arg;
  for (int i = 0; i < ORDERS; i++) {
    struct order *o = &orders[i];
    if (atomic_exchange(&o->claimed, 1))
      continue;
    o->cook = me;
    o->prepared++;
  }
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int id[2] = {1, 2};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, cook, &id[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  int sum = 0;
  for (int i = 0; i < ORDERS; i++)
    sum += orders[i].prepared;
  printf("%d\n", sum);
  return 0;
}
