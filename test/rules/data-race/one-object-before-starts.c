// All threads get one and the same object: what is prepared for the next one,
// the one before is using.
#include <pthread.h>
struct worker {
  void (*job)(int);
  int argument;
};
static struct worker only;
static pthread_t ids[8];

static void *run(void *arg) {
  struct worker *self = arg;
  self->job(self->argument);
  return 0;
}
static void work(int n) { (void)n; }
static void start(struct worker *w, int argument) {
  w->argument = argument;
  pthread_create(&ids[argument], 0, run, w);
}
int main(void) {
  only.job = work;
  for (int i = 0; i < 8; ++i)
    start(&only, i);
  for (int i = 0; i < 8; ++i)
    pthread_join(ids[i], 0);
}
