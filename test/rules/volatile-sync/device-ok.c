// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Registers of a device: what volatile is for.
#include <pthread.h>
#include <stdint.h>

struct uart {
  volatile uint32_t data;
  volatile uint32_t status;
};
static struct uart *const uart = (struct uart *)0x40001000;
static volatile uint32_t *const led = (volatile uint32_t *)0x40002000;

static void *blink(void *arg) {
  *led = 1;
  while (uart->status)
    ;
  return arg;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, blink, 0);
  *led = 0;
  uart->status = 0;
  uart->data = 'x';
  pthread_join(worker, 0);
}
