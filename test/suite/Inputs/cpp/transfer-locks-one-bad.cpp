// The transfer locks the giving account only.
#include <mutex>
#include <thread>

struct Account {
  std::mutex lock;
  long balance = 1000;
};

static void transfer(Account &from, Account &to, long amount) {
  std::lock_guard<std::mutex> hold(from.lock);
  from.balance -= amount; // RACE
  to.balance += amount;   // RACE
}

int main() {
  Account savings, current;
  std::thread there([&] {
    for (int i = 0; i < 100; ++i)
      transfer(savings, current, 1);
  });
  for (int i = 0; i < 100; ++i)
    transfer(current, savings, 2);
  there.join();
  return savings.balance + current.balance == 2000 ? 0 : 1;
}
