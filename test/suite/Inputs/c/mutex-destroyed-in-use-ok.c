// The channel is closed, and its mutex destroyed, only after the other thread has been joined.
#include <pthread.h>
#include <stdio.h>

struct channel {
  pthread_mutex_t lock;
  int sent;
};

static void channel_send(struct channel *c) {
  pthread_mutex_lock(&c->lock);
  c->sent++;
  pthread_mutex_unlock(&c->lock);
}

static void *sender(void *arg) {
  for (int i = 0; i < 100; i++)
    channel_send(arg);
  return NULL;
}

static void channel_close(struct channel *c) {
  pthread_mutex_destroy(&c->lock);
}

int main(void) {
  static struct channel c = {PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, NULL, sender, &c);
  channel_send(&c);
  pthread_join(t, NULL);
  channel_close(&c);
  printf("%d\n", c.sent);
  return 0;
}
