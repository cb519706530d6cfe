// The word is looked up under the read lock, then added under the write lock without looking again: two threads can add it twice.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { MAX_WORDS = 64 };
static const char *words[MAX_WORDS];
static int word_count;
static pthread_rwlock_t words_lock = PTHREAD_RWLOCK_INITIALIZER;

static int index_of_locked(const char *word) {
  for (int i = 0; i < word_count; i++) // RACE
    if (strcmp(words[i], word) == 0) // RACE
      return i;
  return -1;
}

static int intern(const char *word) {
  pthread_rwlock_rdlock(&words_lock);
  int at = index_of_locked(word); // RACE
  pthread_rwlock_unlock(&words_lock);
  if (at >= 0)
    return at;
  pthread_rwlock_wrlock(&words_lock); // RACE
  if (word_count < MAX_WORDS) { // RACE
    at = word_count++; // RACE
    words[at] = word; // RACE
  }
  pthread_rwlock_unlock(&words_lock);
  return at;
}

static void *reader(void *arg) {
  static const char *const text[] = {"to", "be", "or", "not", "to", "be"};
  int *ids = arg;
  for (int i = 0; i < 6; i++)
    ids[i] = intern(text[i]);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int first[6], second[6];
  pthread_create(&a, NULL, reader, first);
  pthread_create(&b, NULL, reader, second);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%s\n", memcmp(first, second, sizeof first) ? "split" : "same");
  return 0;
}
