// The new thread asks pthread_self for its handle; the struct's copy is used only by the thread that joins.
#include <pthread.h>
#include <stdio.h>

struct actor {
  pthread_t thread;
  int is_self;
};

static void *act(void *arg) {
  struct actor *a = arg;
  pthread_t me = pthread_self();
  a->is_self = pthread_equal(me, pthread_self()) != 0;
  return NULL;
}

int main(void) {
  struct actor actors[3];
  int sum = 0;
  for (int i = 0; i < 3; i++) {
    actors[i].is_self = 0;
    if (pthread_create(&actors[i].thread, NULL, act, &actors[i]) != 0)
      return 1;
  }
  for (int i = 0; i < 3; i++) {
    pthread_join(actors[i].thread, NULL);
    sum += actors[i].is_self;
  }
  printf("%d\n", sum);
  return 0;
}
