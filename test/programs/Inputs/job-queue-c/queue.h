#ifndef QUEUE_H
#define QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct job {
  int id;
  char name[32];
  struct job *next;
};

/* A queue of jobs for several workers. */
struct queue {
  pthread_mutex_t lock;
  pthread_cond_t ready;
  struct job *head;
  struct job *tail;
  size_t length;
  size_t limit;
  bool closed;
};

int queue_init(struct queue *q, size_t limit);
void queue_destroy(struct queue *q);

/* 0, or an errno value; the job then still belongs to the caller. */
int queue_push(struct queue *q, struct job *job);

/* Waits for a job; null once the queue is closed and empty. */
struct job *queue_pop(struct queue *q);

/* A job if that needs no waiting, not even for the lock. */
struct job *queue_try_pop(struct queue *q);

void queue_close(struct queue *q);

#endif
