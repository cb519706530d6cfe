#include "server.h"

#include <cstdio>

int main() {
  Server server(32, 4);
  std::thread editor([&server] {
    for (int i = 0; i < 50; ++i)
      server.invalidate("/page/" + std::to_string(i % 10));
  });
  std::thread watcher([&server] {
    for (int i = 0; i < 20; ++i)
      std::printf("%s, %lu served, longest %s\n", server.report().c_str(),
                  traffic().served, longestPath().c_str());
  });
  for (int i = 0; i < 500; ++i)
    server.request("/page/" + std::to_string(i % 48));
  server.flush();
  editor.join();
  watcher.join();
  Traffic seen = traffic();
  std::printf("%lu served, %lu rejected, longest %s, first page %s\n",
              seen.served, seen.rejected, seen.longestPath.c_str(),
              server.peek("/page/0").c_str());
  return seen.served == 500 ? 0 : 1;
}
