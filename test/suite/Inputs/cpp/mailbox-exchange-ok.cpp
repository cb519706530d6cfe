// Sender and receiver exchange ownership of the letter in one atomic step.
#include <atomic>
#include <memory>
#include <string>
#include <thread>

static std::atomic<std::string *> mailbox{nullptr};
static std::atomic<bool> over{false};

static void send(std::string text) {
  auto letter = std::make_unique<std::string>(std::move(text));
  // A letter not fetched yet is replaced, and the old one thrown away.
  delete mailbox.exchange(letter.release(), std::memory_order_acq_rel);
}

static std::unique_ptr<std::string> fetch() {
  return std::unique_ptr<std::string>(
      mailbox.exchange(nullptr, std::memory_order_acq_rel));
}

int main() {
  std::thread sender([] {
    for (int i = 0; i < 500; ++i)
      send("letter number " + std::to_string(i));
    over = true;
  });
  size_t length = 0;
  while (!over)
    if (auto letter = fetch())
      length += letter->size();
  sender.join();
  fetch();
  return length < 100000 ? 0 : 1;
}
