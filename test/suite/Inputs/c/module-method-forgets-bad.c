// A module with a lock and no threads in sight: every function locks the session table except the one that counts the idle ones.
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

struct session {
  int id;
  time_t last_seen;
};

struct session_table {
  pthread_mutex_t lock;
  struct session *sessions;
  size_t count, capacity;
};

static struct session *find(struct session_table *t, int id) {
  for (size_t i = 0; i < t->count; i++)
    if (t->sessions[i].id == id)
      return &t->sessions[i];
  return NULL;
}

struct session_table *session_table_new(size_t capacity) {
  struct session_table *t = malloc(sizeof *t);
  pthread_mutex_init(&t->lock, NULL);
  t->sessions = calloc(capacity, sizeof *t->sessions);
  t->count = 0;
  t->capacity = capacity;
  return t;
}

int session_table_add(struct session_table *t, int id) {
  int ok = 0;
  pthread_mutex_lock(&t->lock);
  if (t->count < t->capacity && !find(t, id)) {
    t->sessions[t->count].id = id;
    t->sessions[t->count].last_seen = time(NULL);
    t->count++; // RACE
    ok = 1;
  }
  pthread_mutex_unlock(&t->lock);
  return ok;
}

void session_table_touch(struct session_table *t, int id) {
  pthread_mutex_lock(&t->lock);
  struct session *s = find(t, id);
  if (s)
    s->last_seen = time(NULL); // RACE
  pthread_mutex_unlock(&t->lock);
}

int session_table_remove(struct session_table *t, int id) {
  pthread_mutex_lock(&t->lock);
  struct session *s = find(t, id);
  if (s)
    *s = t->sessions[--t->count]; // RACE
  pthread_mutex_unlock(&t->lock);
  return s != NULL;
}

size_t session_table_idle(struct session_table *t, time_t since) {
  size_t idle = 0;
  for (size_t i = 0; i < t->count; i++) // RACE
    idle += t->sessions[i].last_seen < since; // RACE
  return idle;
}

void session_table_free(struct session_table *t) {
  pthread_mutex_destroy(&t->lock);
  free(t->sessions);
  free(t);
}
