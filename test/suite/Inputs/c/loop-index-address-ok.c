// The value of the loop variable travels inside the pointer argument, so no memory is shared.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static void *greet(void *arg) {
  int id = (int)(intptr_t)arg;
  printf("worker %d\n", id);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int i;
  for (i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, greet, (void *)(intptr_t)i);
  for (i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  return 0;
}
