// The address of the loop variable is passed to each thread, which reads it while main increments it.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static void *greet(void *arg) {
  int id = *(int *)arg; // RACE
  printf("worker %d\n", id);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int i; // RACE
  for (i = 0; i < 3; i++) // RACE
    pthread_create(&t[i], NULL, greet, &i); // RACE
  for (i = 0; i < 3; i++) // RACE
    pthread_join(t[i], NULL);
  return 0;
}
