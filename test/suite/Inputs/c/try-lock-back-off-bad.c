// The second lock is only tried, and when it is busy the pair is swapped all the same.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

struct cell {
  pthread_mutex_t lock;
  int value;
};

static struct cell left = {PTHREAD_MUTEX_INITIALIZER, 1};
static struct cell right = {PTHREAD_MUTEX_INITIALIZER, 2};

static void swap(struct cell *a, struct cell *b) {
  pthread_mutex_lock(&a->lock);
  int busy = pthread_mutex_trylock(&b->lock); // RACE
  int kept = a->value; // RACE
  a->value = b->value; // RACE
  b->value = kept; // RACE
  if (!busy)
    pthread_mutex_unlock(&b->lock);
  pthread_mutex_unlock(&a->lock);
}

static void *forward(void *unused) {
  (void)unused;
  for (int i = 0; i < 2000; i++)
    swap(&left, &right);
  return NULL;
}

static void *backward(void *unused) {
  (void)unused;
  for (int i = 0; i < 2000; i++)
    swap(&right, &left);
  return NULL;
}

int main(void) {
  pthread_t f, b;
  pthread_create(&f, NULL, forward, NULL);
  pthread_create(&b, NULL, backward, NULL);
  pthread_join(f, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", left.value, right.value);
  return 0;
}
