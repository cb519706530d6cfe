// Each queue counts under its own lock, and the total over all queues is changed under whichever lock is at hand.
#include <pthread.h>
#include <stdio.h>

struct mail_queue {
  pthread_mutex_t lock;
  int waiting;
};

static struct mail_queue incoming = {PTHREAD_MUTEX_INITIALIZER, 0};
static struct mail_queue outgoing = {PTHREAD_MUTEX_INITIALIZER, 0};
static long total_mails;

static void mail_add(struct mail_queue *q) {
  pthread_mutex_lock(&q->lock);
  q->waiting++;
  total_mails++; // RACE
  pthread_mutex_unlock(&q->lock);
}

static void *deliver(void *arg) {
  for (int i = 0; i < 1000; i++)
    mail_add(arg);
  return NULL;
}

int main(void) {
  pthread_t in, out;
  pthread_create(&in, NULL, deliver, &incoming);
  pthread_create(&out, NULL, deliver, &outgoing);
  pthread_join(in, NULL);
  pthread_join(out, NULL);
  printf("%ld = %d + %d\n", total_mails, incoming.waiting, outgoing.waiting);
  return 0;
}
