// The order is completed before the pointer to it is published.
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
  order->price = 9.99;
  latest.store(order, std::memory_order_release);
}

static double bill() {
  Order *order;
  while (!(order = latest.load(std::memory_order_acquire)))
    std::this_thread::yield();
  return order->quantity * order->price;
}

int main() {
  auto order = std::make_unique<Order>();
  std::thread clerk(place, order.get());
  double amount = bill();
  clerk.join();
  return amount > 100;
}
