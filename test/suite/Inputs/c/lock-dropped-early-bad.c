// The lock is released before the message is printed, and the pointer to the shared text is used without it.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t status_lock = PTHREAD_MUTEX_INITIALIZER;
static char status[64] = "starting";

static void set_status(int step) {
  char text[sizeof status];
  snprintf(text, sizeof text, "step %d", step);
  pthread_mutex_lock(&status_lock);
  strcpy(status, text); // RACE
  pthread_mutex_unlock(&status_lock);
}

static void *show(void *unused) {
  (void)unused;
  for (int i = 0; i < 50; i++) {
    pthread_mutex_lock(&status_lock);
    const char *text = status;
    pthread_mutex_unlock(&status_lock);
    puts(text); // RACE
  }
  return NULL;
}

int main(void) {
  pthread_t viewer;
  pthread_create(&viewer, NULL, show, NULL);
  for (int step = 0; step < 100; step++)
    set_status(step);
  pthread_join(viewer, NULL);
  return 0;
}
