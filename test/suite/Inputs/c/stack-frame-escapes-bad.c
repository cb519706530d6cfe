// The starter returns while the thread still reads the request in the starter's stack frame.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct request {
  int id;
  char path[32];
};

static void *serve(void *arg) {
  struct request *r = arg;
  printf("%d %s\n", r->id, r->path); // RACE
  return NULL;
}

static pthread_t start(int id, const char *path) {
  struct request local;
  struct request *r = &local; // RACE
  pthread_t t;
  r->id = id; // RACE
  strncpy(r->path, path, sizeof r->path - 1); // RACE
  r->path[sizeof r->path - 1] = '\0'; // RACE
  pthread_create(&t, NULL, serve, r); // RACE
  return t; // RACE
}

int main(void) {
  pthread_t a = start(1, "/index");
  pthread_t b = start(2, "/about");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
