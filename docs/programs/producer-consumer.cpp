// Three produce, one consumes, and four places stand between: who produces too
// fast waits for a place.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <numeric>
#include <utility>
#include <vector>

using fearless::JoinHandle;
using fearless::Sender;

using Batch = std::vector<int>;

void produce(int batches, Sender<Batch> out) {
  for (int i = 0; i < batches; ++i) {
    Batch batch(10);
    std::iota(batch.begin(), batch.end(), i * 10);
    if (!out.send(std::move(batch))) // it is the consumer's now
      return;                        // who has gone
  }
}

std::vector<JoinHandle<void>> start(int producers, Sender<Batch> out) {
  std::vector<JoinHandle<void>> threads;
  for (int i = 0; i < producers; ++i)
    threads.push_back(fearless::spawn(produce, 100, out));
  return threads;
} // this sender goes: the channel ends with the last producer

int main() {
  auto [out, in] = fearless::channel<Batch>(4);
  const auto producers = start(3, std::move(out));

  long sum = 0;
  for (const Batch &batch : in)
    sum = std::accumulate(batch.begin(), batch.end(), sum);
  return sum == 3 * 499'500 ? 0 : 1;
}
