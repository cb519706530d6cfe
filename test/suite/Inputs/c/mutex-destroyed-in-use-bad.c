// The channel's mutex is destroyed while the other thread may still lock it.
#include <pthread.h>
#include <stdio.h>

struct channel {
  pthread_mutex_t lock;
  int sent;
};

static void channel_send(struct channel *c) {
  pthread_mutex_lock(&c->lock); // RACE
  c->sent++; // RACE
  pthread_mutex_unlock(&c->lock); // RACE
}

static void *sender(void *arg) {
  for (int i = 0; i < 100; i++)
    channel_send(arg);
  return NULL;
}

static void channel_close(struct channel *c) {
  pthread_mutex_destroy(&c->lock); // RACE
}

int main(void) {
  static struct channel c = {PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, NULL, sender, &c);
  channel_send(&c);
  channel_close(&c); // RACE
  pthread_join(t, NULL);
  printf("%d\n", c.sent);
  return 0;
}
