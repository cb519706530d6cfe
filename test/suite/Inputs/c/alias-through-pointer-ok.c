// One thread changes the level by name and the other through a pointer, both under the same lock.
#include <pthread.h>
#include <stdio.h>

static int water_level;
static pthread_mutex_t level_lock = PTHREAD_MUTEX_INITIALIZER;

struct valve {
  int *level;
  int step;
};

static void valve_turn(const struct valve *v) {
  pthread_mutex_lock(&level_lock);
  *v->level += v->step;
  pthread_mutex_unlock(&level_lock);
}

static void *operate(void *arg) {
  for (int i = 0; i < 300; i++)
    valve_turn(arg);
  return NULL;
}

int main(void) {
  static struct valve inlet = {&water_level, 2};
  pthread_t t;
  pthread_create(&t, NULL, operate, &inlet);
  for (int i = 0; i < 300; i++) {
    pthread_mutex_lock(&level_lock);
    if (water_level > 10)
      water_level -= 3;
    pthread_mutex_unlock(&level_lock);
  }
  pthread_join(t, NULL);
  printf("%d\n", water_level);
  return 0;
}
