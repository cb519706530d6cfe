// The last user frees the object whose mutex it still holds and then unlocks the freed mutex.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct conn {
  pthread_mutex_t lock;
  int users;
  int bytes;
};

static struct conn *conn_new(int users) {
  struct conn *c = malloc(sizeof *c);
  pthread_mutex_init(&c->lock, NULL);
  c->users = users;
  c->bytes = 0;
  return c;
}

static void conn_put(struct conn *c, int bytes) {
  pthread_mutex_lock(&c->lock);
  c->bytes += bytes;
  if (--c->users == 0)
    free(c); // RACE
  pthread_mutex_unlock(&c->lock); // RACE
}

static void *talk(void *arg) {
  conn_put(arg, 10);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  struct conn *c = conn_new(2);
  pthread_create(&a, NULL, talk, c);
  pthread_create(&b, NULL, talk, c);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  puts("closed");
  return 0;
}
