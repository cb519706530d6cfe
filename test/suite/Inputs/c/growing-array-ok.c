// The reader copies the element under the lock, by its index, so that realloc may move the array.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
  float x, y;
};

static struct {
  pthread_mutex_t lock;
  struct point *points;
  size_t count, capacity;
} track = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void append(float x, float y) {
  pthread_mutex_lock(&track.lock);
  if (track.count == track.capacity) {
    track.capacity = track.capacity ? track.capacity * 2 : 4;
    track.points = realloc(track.points, track.capacity * sizeof *track.points);
  }
  track.points[track.count].x = x;
  track.points[track.count++].y = y;
  pthread_mutex_unlock(&track.lock);
}

static float latest_x(void) {
  struct point last = {0, 0};
  pthread_mutex_lock(&track.lock);
  if (track.count > 0)
    last = track.points[track.count - 1];
  pthread_mutex_unlock(&track.lock);
  return last.x;
}

static void *gps(void *unused) {
  (void)unused;
  for (int i = 0; i < 500; i++)
    append((float)i, (float)-i);
  return NULL;
}

int main(void) {
  pthread_t t;
  double sum = 0;
  pthread_create(&t, NULL, gps, NULL);
  for (int i = 0; i < 500; i++)
    sum += (double)latest_x();
  pthread_join(t, NULL);
  free(track.points);
  printf("%g\n", sum);
  return 0;
}
