// The order is completed after the pointer to it has been published.
#include <atomic>
#include <memory>
#include <thread>

struct Order {
  int quantity = 0;
  double price = 0;
};

static std::atomic<Order *> latest{nullptr};

static void place(Order *order) {
  order->quantity = 10;
  latest.store(order, std::memory_order_release);
  order->price = 9.99; // RACE
}

static double bill() {
  Order *order;
  while (!(order = latest.load(std::memory_order_acquire)))
    std::this_thread::yield();
  return order->quantity * order->price; // RACE
}

int main() {
  auto order = std::make_unique<Order>();
  std::thread clerk(place, order.get());
  double amount = bill();
  clerk.join();
  return amount > 100;
}
