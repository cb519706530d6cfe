// The shared text is copied while the lock is held; the print after the unlock uses the copy.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t status_lock = PTHREAD_MUTEX_INITIALIZER;
static char status[64] = "starting";

static void set_status(int step) {
  char text[sizeof status];
  snprintf(text, sizeof text, "step %d", step);
  pthread_mutex_lock(&status_lock);
  strcpy(status, text);
  pthread_mutex_unlock(&status_lock);
}

static void *show(void *unused) {
  (void)unused;
  for (int i = 0; i < 50; i++) {
    char copy[sizeof status];
    pthread_mutex_lock(&status_lock);
    strcpy(copy, status);
    const char *text = copy;
    pthread_mutex_unlock(&status_lock);
    puts(text);
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
