// Between the two joins main reads the result of the thread that is not joined yet.
#include <pthread.h>
#include <stdio.h>

struct counts {
  int lines;
  int words;
};

static struct counts counts;
static const char text[] = "one two\nthree four\nfive\n";

static void *count_lines(void *unused) {
  (void)unused;
  for (const char *p = text; *p; p++)
    counts.lines += *p == '\n';
  return NULL;
}

static void *count_words(void *unused) {
  (void)unused;
  for (const char *p = text; *p; p++)
    counts.words += *p == ' ' || *p == '\n'; // RACE
  return NULL;
}

int main(void) {
  pthread_t l, w;
  pthread_create(&l, NULL, count_lines, NULL);
  pthread_create(&w, NULL, count_words, NULL);
  pthread_join(l, NULL);
  printf("%d words\n", counts.words); // RACE
  pthread_join(w, NULL);
  printf("%d lines\n", counts.lines);
  return 0;
}
