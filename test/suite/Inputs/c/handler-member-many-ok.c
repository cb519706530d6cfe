// Every handler takes the lock.
#include <pthread.h>
#include <stdlib.h>
static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static long deletes;
struct conn {
  int (*read)(struct conn *);
  int kind;
};
static void bump(void) {
  pthread_mutex_lock(&stats_lock);
  deletes++;
  pthread_mutex_unlock(&stats_lock);
}
static long report(void) {
  pthread_mutex_lock(&stats_lock);
  long n = deletes;
  pthread_mutex_unlock(&stats_lock);
  return n;
}
static int read_ascii(struct conn *c) {
  bump();
  return c->kind;
}
static int read_binary(struct conn *c) { return (int)report() + c->kind; }
static int read_udp(struct conn *c) { return c->kind; }
static int read_negotiate(struct conn *c) {
  c->read = c->kind ? read_ascii : read_binary;
  return 1;
}
static void *worker(void *arg) {
  struct conn *c = calloc(1, sizeof *c);
  c->kind = (int)(long)arg;
  c->read = c->kind == 2 ? read_udp : read_negotiate;
  while (c->read(c) != 7) {
  }
  free(c);
  return 0;
}
int main(void) {
  pthread_t t[4];
  for (long i = 0; i < 4; ++i)
    pthread_create(&t[i], 0, worker, (void *)i);
  for (int i = 0; i < 4; ++i)
    pthread_join(t[i], 0);
}
