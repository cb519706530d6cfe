// The starter copies the request to the heap; the thread owns the copy and frees it.
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
  printf("%d %s\n", r->id, r->path);
  free(r);
  return NULL;
}

static pthread_t start(int id, const char *path) {
  struct request *r = malloc(sizeof *r);
  pthread_t t;
  r->id = id;
  strncpy(r->path, path, sizeof r->path - 1);
  r->path[sizeof r->path - 1] = '\0';
  pthread_create(&t, NULL, serve, r);
  return t;
}

int main(void) {
  pthread_t a = start(1, "/index");
  pthread_t b = start(2, "/about");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
