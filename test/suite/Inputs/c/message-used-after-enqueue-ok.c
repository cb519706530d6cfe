// The producer writes the message before it puts it into the mailbox and allocates a new one for the next round.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct message {
  int sequence;
  int length;
  char body[32];
};

static struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct message *full;
  int closed;
} box = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static void post(struct message *m) {
  pthread_mutex_lock(&box.lock);
  while (box.full)
    pthread_cond_wait(&box.changed, &box.lock);
  box.full = m;
  box.closed = m == NULL;
  pthread_cond_broadcast(&box.changed);
  pthread_mutex_unlock(&box.lock);
}

static struct message *fetch(void) {
  pthread_mutex_lock(&box.lock);
  while (!box.full && !box.closed)
    pthread_cond_wait(&box.changed, &box.lock);
  struct message *m = box.full;
  box.full = NULL;
  pthread_cond_broadcast(&box.changed);
  pthread_mutex_unlock(&box.lock);
  return m;
}

static void *reader(void *unused) {
  (void)unused;
  struct message *m;
  while ((m = fetch()) != NULL) {
    printf("%d: %.*s\n", m->sequence, m->length, m->body);
    free(m);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, reader, NULL);
  for (int i = 0; i < 20; i++) {
    struct message *m = calloc(1, sizeof *m);
    m->sequence = i;
    m->length = snprintf(m->body, sizeof m->body, "item %d", i);
    post(m);
  }
  post(NULL);
  pthread_join(t, NULL);
  return 0;
}
