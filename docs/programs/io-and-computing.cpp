// Pages that are waited for, and computed with as they come. Who waits needs a
// thread, not a core, so there are many; who computes needs a core, so a pool
// has one thread for each.
#include <fearless/channel.h>
#include <fearless/thread.h>
#include <fearless/thread_pool.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using fearless::JoinHandle;
using fearless::Sender;
using fearless::TaskHandle;
using fearless::ThreadPool;

std::string fetch(int number) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1)); // far away
  return std::string(100 + number, 'x');
}

long check_sum(std::string page) {
  unsigned sum = 0;
  for (int round = 0; round < 100; ++round)
    for (unsigned char c : page)
      sum = (sum * 31 + c) % 65521;
  return sum;
}

std::vector<JoinHandle<void>> start_readers(int count,
                                            Sender<std::string> out) {
  std::vector<JoinHandle<void>> readers;
  for (int reader = 0; reader < count; ++reader)
    readers.push_back(fearless::spawn([reader, out] {
      for (int i = 0; i < 10; ++i)
        if (!out.send(fetch(reader * 10 + i)))
          return;
    }));
  return readers;
}

int main() {
  auto [out, pages] = fearless::channel<std::string>(16);
  const auto readers = start_readers(20, std::move(out));

  const ThreadPool pool;
  std::vector<TaskHandle<long>> sums;
  for (std::string &page : pages)
    sums.push_back(pool.submit(check_sum, std::move(page)));
  long total = 0;
  for (auto &sum : sums)
    total += sum.join();

  long expected = 0;
  for (int number = 0; number < 200; ++number)
    expected += check_sum(std::string(100 + number, 'x'));
  return total == expected ? 0 : 1;
}
