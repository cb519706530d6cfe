// A read-write lock made of a mutex, a reader count and a condition: the writer waits, with the mutex held, until no reader is left.
#include <pthread.h>
#include <stdio.h>

struct rw {
  pthread_mutex_t mutex;
  pthread_cond_t idle;
  int readers;
};

static struct rw rw = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
static int price[8];

static void read_begin(struct rw *l) {
  pthread_mutex_lock(&l->mutex);
  l->readers++;
  pthread_mutex_unlock(&l->mutex);
}

static void read_end(struct rw *l) {
  pthread_mutex_lock(&l->mutex);
  if (--l->readers == 0)
    pthread_cond_broadcast(&l->idle);
  pthread_mutex_unlock(&l->mutex);
}

static void write_begin(struct rw *l) {
  pthread_mutex_lock(&l->mutex);
  while (l->readers > 0)
    pthread_cond_wait(&l->idle, &l->mutex);
}

static void write_end(struct rw *l) {
  pthread_mutex_unlock(&l->mutex);
}

static void *shopper(void *unused) {
  (void)unused;
  long sum = 0;
  for (int i = 0; i < 5000; i++) {
    read_begin(&rw);
    for (int n = 0; n < 8; n++)
      sum += price[n];
    read_end(&rw);
  }
  printf("%ld\n", sum);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, shopper, NULL);
  for (int i = 0; i < 5000; i++) {
    write_begin(&rw);
    for (int n = 0; n < 8; n++)
      price[n] = i;
    write_end(&rw);
  }
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}
