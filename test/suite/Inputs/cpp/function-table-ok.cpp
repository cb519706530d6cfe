// The entries that two threads run change different registers.
#include <thread>

static int registers[2];

static void add(int value) { registers[0] += value; }
static void subtract(int value) { registers[1] -= value; }

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
