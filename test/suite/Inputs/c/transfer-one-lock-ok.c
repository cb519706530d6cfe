// The transfer locks both accounts, in the order of their numbers, before it changes either.
#include <pthread.h>
#include <stdio.h>

struct account {
  int number;
  long balance;
  pthread_mutex_t lock;
};

static struct account bank[3] = {
    {0, 100, PTHREAD_MUTEX_INITIALIZER}, {1, 100, PTHREAD_MUTEX_INITIALIZER}, {2, 100, PTHREAD_MUTEX_INITIALIZER}};

static void transfer(struct account *from, struct account *to, long amount) {
  struct account *first = from->number < to->number ? from : to;
  struct account *second = first == from ? to : from;
  pthread_mutex_lock(&first->lock);
  pthread_mutex_lock(&second->lock);
  from->balance -= amount;
  to->balance += amount;
  pthread_mutex_unlock(&second->lock);
  pthread_mutex_unlock(&first->lock);
}

static void *clerk(void *arg) {
  int n = *(int *)arg;
  for (int i = 0; i < 100; i++)
    transfer(&bank[n], &bank[(n + 1) % 3], 1);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int desk[3] = {0, 1, 2};
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, clerk, &desk[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", bank[0].balance + bank[1].balance + bank[2].balance);
  return 0;
}
