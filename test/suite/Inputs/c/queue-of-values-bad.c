// The queue carries indices into a shared table, and the producer reuses an index before the consumer has given it back.
#include <pthread.h>
#include <stdio.h>

struct reading {
  int sensor;
  double value;
};

enum { CAP = 8, READINGS = 30000 };

static pthread_mutex_t q_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t q_changed = PTHREAD_COND_INITIALIZER;
static int q_head, q_size;
static struct reading table[4];
static int q[CAP];
typedef int element;

static void q_put(element e) {
  pthread_mutex_lock(&q_lock);
  while (q_size == CAP)
    pthread_cond_wait(&q_changed, &q_lock);
  q[(q_head + q_size++) % CAP] = e;
  pthread_cond_broadcast(&q_changed);
  pthread_mutex_unlock(&q_lock);
}

static element q_get(void) {
  pthread_mutex_lock(&q_lock);
  while (q_size == 0)
    pthread_cond_wait(&q_changed, &q_lock);
  element e = q[q_head];
  q_head = (q_head + 1) % CAP;
  q_size--;
  pthread_cond_broadcast(&q_changed);
  pthread_mutex_unlock(&q_lock);
  return e;
}

static void *sense(void *unused) {
  (void)unused;
  for (int i = 0; i < READINGS; i++) {
    table[i % 4] = (struct reading){i % 3, i * 0.25}; // RACE
    q_put(i % 4);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  double sum = 0;
  pthread_create(&t, NULL, sense, NULL);
  for (int i = 0; i < READINGS; i++) {
    const struct reading *r = &table[q_get()];
    sum += r->sensor + r->value; // RACE
  }
  pthread_join(t, NULL);
  printf("%g\n", sum);
  return 0;
}
