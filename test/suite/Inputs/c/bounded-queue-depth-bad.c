// A bounded queue locks put and take, but the depth reported by main is read without the lock.
#include <pthread.h>
#include <stdio.h>

#define CAP 4

struct queue {
  pthread_mutex_t lock;
  pthread_cond_t not_empty, not_full;
  int items[CAP];
  int count, first;
};

static struct queue q = {.lock = PTHREAD_MUTEX_INITIALIZER, .not_empty = PTHREAD_COND_INITIALIZER, .not_full = PTHREAD_COND_INITIALIZER};

static void queue_put(struct queue *self, int item) {
  pthread_mutex_lock(&self->lock);
  while (self->count == CAP)
    pthread_cond_wait(&self->not_full, &self->lock);
  self->items[(self->first + self->count) % CAP] = item;
  self->count++; // RACE
  pthread_cond_signal(&self->not_empty);
  pthread_mutex_unlock(&self->lock);
}

static int queue_take(struct queue *self) {
  pthread_mutex_lock(&self->lock);
  while (self->count == 0)
    pthread_cond_wait(&self->not_empty, &self->lock);
  int item = self->items[self->first];
  self->first = (self->first + 1) % CAP;
  self->count--; // RACE
  pthread_cond_signal(&self->not_full);
  pthread_mutex_unlock(&self->lock);
  return item;
}

static int queue_depth(struct queue *self) {
  return self->count; // RACE
}

static void *consumer(void *unused) {
  (void)unused;
  while (queue_take(&q) >= 0)
    ;
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, consumer, NULL);
  for (int i = 0; i < 50; i++) {
    queue_put(&q, i);
    if (i % 10 == 0)
      printf("depth %d\n", queue_depth(&q));
  }
  queue_put(&q, -1);
  pthread_join(t, NULL);
  return 0;
}
