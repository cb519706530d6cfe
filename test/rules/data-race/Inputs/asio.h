// As much of Asio as the twins need.
#pragma once
namespace asio {
class io_context {
public:
  unsigned long run();
};
class thread_pool {
public:
  explicit thread_pool(unsigned Threads);
  void join();
};
template <class Context, class Handler>
void post(Context &, Handler &&H, int = 0) {
  H();
}
template <class Handler> void post(thread_pool &, Handler &&H, int = 0) { H(); }
} // namespace asio
