// A module without threads in sight: one function forgets the lock that all others take.
#include <pthread.h>
#include <string.h>

#define WAYS 8

struct cache_stats {
  unsigned long hits, misses;
};

static pthread_mutex_t cache_mutex = PTHREAD_MUTEX_INITIALIZER;
static struct {
  char key[16];
  int value;
} ways[WAYS];
static unsigned victim;
static struct cache_stats stats;

int cache_get(const char *key, int *value) {
  int hit = 0;
  for (int i = 0; i < WAYS && !hit; i++) {
    if (strcmp(ways[i].key, key) == 0) { // RACE
      *value = ways[i].value; // RACE
      hit = 1;
    }
  }
  if (hit)
    stats.hits++; // RACE
  else
    stats.misses++; // RACE
  return hit;
}

void cache_put(const char *key, int value) {
  pthread_mutex_lock(&cache_mutex);
  strncpy(ways[victim].key, key, sizeof ways[victim].key - 1);
  ways[victim].value = value;
  victim = (victim + 1) % WAYS;
  pthread_mutex_unlock(&cache_mutex);
}

void cache_reset(void) {
  pthread_mutex_lock(&cache_mutex);
  memset(ways, 0, sizeof ways);
  stats.hits = stats.misses = 0;
  pthread_mutex_unlock(&cache_mutex);
}

struct cache_stats cache_statistics(void) {
  pthread_mutex_lock(&cache_mutex);
  struct cache_stats copy = stats;
  pthread_mutex_unlock(&cache_mutex);
  return copy;
}
