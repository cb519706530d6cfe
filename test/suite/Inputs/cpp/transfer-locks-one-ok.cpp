// The transfer locks both accounts with std::lock and adopts them.
#include <mutex>
#include <thread>

struct Account {
  std::mutex lock;
  long balance = 1000;
};

static void transfer(Account &from, Account &to, long amount) {
  std::lock(from.lock, to.lock);
  std::lock_guard<std::mutex> giver(from.lock, std::adopt_lock);
  std::lock_guard<std::mutex> taker(to.lock, std::adopt_lock);
  from.balance -= amount;
  to.balance += amount;
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
