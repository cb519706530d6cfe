// The unlocked parser object is created once and given to both threads.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct parser {
  int depth;
  int deepest;
};

static struct parser *parser_new(void) {
  return calloc(1, sizeof(struct parser));
}

static void parser_feed(struct parser *p, char c) {
  if (c == '(')
    p->depth++; // RACE
  else if (c == ')')
    p->depth--; // RACE
  if (p->depth > p->deepest) // RACE
    p->deepest = p->depth; // RACE
}

static struct parser *the_parser;

static void *parse(void *arg) {
  struct parser *p = the_parser;
  for (const char *s = arg; *s; s++)
    parser_feed(p, *s);
  printf("%d\n", p->deepest); // RACE
  return NULL;
}

int main(void) {
  the_parser = parser_new();
  pthread_t a, b;
  pthread_create(&a, NULL, parse, "((())())((((()))))");
  pthread_create(&b, NULL, parse, "()()(())");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  free(the_parser);
  return 0;
}
