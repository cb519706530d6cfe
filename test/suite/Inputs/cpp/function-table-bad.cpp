// Two entries of a dispatch table change the same register, and two threads run
// different entries.
#include <thread>

static int registers[2];

static void add(int value) { registers[0] += value; }      // RACE
static void subtract(int value) { registers[0] -= value; } // RACE

using Operation = void (*)(int);
static constexpr Operation operations[] = {add, subtract};

static void run(int opcode) {
  for (int i = 0; i < 100; ++i)
    operations[opcode](i);
}

int main() {
  std::thread adder(run, 0), subtracter(run, 1);
  adder.join();
  subtracter.join();
  return registers[0] + registers[1];
}
