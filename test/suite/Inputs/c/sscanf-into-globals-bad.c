// The parser stores through sscanf into globals that the other thread reads at the same time.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t fix_lock = PTHREAD_MUTEX_INITIALIZER;
static int latitude, longitude;

static void on_sentence(const char *text) {
  sscanf(text, "%d,%d", &latitude, &longitude); // RACE
}

static void *receiver(void *unused) {
  (void)unused;
  for (int i = 0; i < 200; i++) {
    char text[32];
    snprintf(text, sizeof text, "%d,%d", i, -i);
    on_sentence(text);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  int off_course = 0;
  pthread_create(&t, NULL, receiver, NULL);
  for (int i = 0; i < 200; i++) {
    pthread_mutex_lock(&fix_lock);
    off_course += latitude != -longitude; // RACE
    pthread_mutex_unlock(&fix_lock);
  }
  pthread_join(t, NULL);
  printf("%d\n", off_course);
  return 0;
}
