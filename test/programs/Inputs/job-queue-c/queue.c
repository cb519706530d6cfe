#include "queue.h"

#include <errno.h>
#include <stdlib.h>

int queue_init(struct queue *q, size_t limit) {
  int error = pthread_mutex_init(&q->lock, NULL);
  if (error)
    return error;
  error = pthread_cond_init(&q->ready, NULL);
  if (error) {
    pthread_mutex_destroy(&q->lock);
    return error;
  }
  q->head = q->tail = NULL;
  q->length = 0;
  q->limit = limit;
  q->closed = false;
  return 0;
}

void queue_destroy(struct queue *q) {
  while (q->head) {
    struct job *job = q->head;
    q->head = job->next;
    free(job);
  }
  pthread_cond_destroy(&q->ready);
  pthread_mutex_destroy(&q->lock);
}

int queue_push(struct queue *q, struct job *job) {
  int error = 0;
  pthread_mutex_lock(&q->lock);
  if (q->closed) {
    error = EPIPE;
    goto out;
  }
  if (q->length == q->limit) {
    error = EAGAIN;
    goto out;
  }
  job->next = NULL;
  if (q->tail)
    q->tail->next = job;
  else
    q->head = job;
  q->tail = job;
  ++q->length;
  pthread_cond_signal(&q->ready);
out:
  pthread_mutex_unlock(&q->lock);
  return error;
}

static struct job *take_locked(struct queue *q) {
  struct job *job = q->head;
  if (!job)
    return NULL;
  q->head = job->next;
  if (!q->head)
    q->tail = NULL;
  --q->length;
  return job;
}

struct job *queue_pop(struct queue *q) {
  struct job *job;
  pthread_mutex_lock(&q->lock);
  while (!q->head && !q->closed)
    pthread_cond_wait(&q->ready, &q->lock);
  job = take_locked(q);
  pthread_mutex_unlock(&q->lock);
  return job;
}

struct job *queue_try_pop(struct queue *q) {
  struct job *job;
  if (pthread_mutex_trylock(&q->lock) != 0)
    return NULL;
  job = take_locked(q);
  pthread_mutex_unlock(&q->lock);
  return job;
}

void queue_close(struct queue *q) {
  pthread_mutex_lock(&q->lock);
  q->closed = true;
  pthread_cond_broadcast(&q->ready);
  pthread_mutex_unlock(&q->lock);
}
