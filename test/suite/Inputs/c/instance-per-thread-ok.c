// The parser object has no lock, but each thread creates, uses and destroys its own.
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
    p->depth++;
  else if (c == ')')
    p->depth--;
  if (p->depth > p->deepest)
    p->deepest = p->depth;
}

static void *parse(void *arg) {
  struct parser *p = parser_new();
  for (const char *s = arg; *s; s++)
    parser_feed(p, *s);
  printf("%d\n", p->deepest);
  free(p);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, parse, "((())())((((()))))");
  pthread_create(&b, NULL, parse, "()()(())");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
