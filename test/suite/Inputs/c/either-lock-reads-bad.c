// Readers may hold either of two locks, but this writer holds only one of them, so readers under the other are not excluded.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t ui_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t net_lock = PTHREAD_MUTEX_INITIALIZER;
static int theme;

static void set_theme(int t) {
  pthread_mutex_lock(&ui_lock);
  theme = t; // RACE
  pthread_mutex_unlock(&ui_lock);
}

static void *ui(void *unused) {
  (void)unused;
  long seen = 0;
  for (int i = 0; i < 500; i++) {
    pthread_mutex_lock(&ui_lock);
    seen += theme;
    pthread_mutex_unlock(&ui_lock);
  }
  printf("%ld\n", seen);
  return NULL;
}

static void *net(void *unused) {
  (void)unused;
  long seen = 0;
  for (int i = 0; i < 500; i++) {
    pthread_mutex_lock(&net_lock);
    seen += theme; // RACE
    pthread_mutex_unlock(&net_lock);
  }
  printf("%ld\n", seen);
  return NULL;
}

int main(void) {
  pthread_t u, n;
  pthread_create(&u, NULL, ui, NULL);
  pthread_create(&n, NULL, net, NULL);
  for (int i = 0; i < 500; i++)
    set_theme(i);
  pthread_join(u, NULL);
  pthread_join(n, NULL);
  return 0;
}
