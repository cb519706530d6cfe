// The mutex is initialised by main before any thread that uses it is started.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t seats_lock;
static int seats = 1000;

static int reserve(void) {
  int ok = 0;
  pthread_mutex_lock(&seats_lock);
  if (seats > 0) {
    seats--;
    ok = 1;
  }
  pthread_mutex_unlock(&seats_lock);
  return ok;
}

static void *agency(void *arg) {
  int *sold = arg;
  for (int i = 0; i < 400; i++)
    *sold += reserve();
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int sold[2] = {0, 0};
  pthread_mutex_init(&seats_lock, NULL);
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, agency, &sold[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d %d\n", sold[0] + sold[1], seats);
  return 0;
}
