// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads share out a vector of any size, and each reads the last value of the
// part before while that is being changed.
#include <thread>
#include <vector>

static void smooth(std::vector<float> &row, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i)
    if (i > 0)
      row[i] = (row[i - 1] + row[i]) / 2;
}

void smoothAll(std::vector<float> &row, size_t parts) {
  std::vector<std::thread> team;
  const size_t length = row.size() / parts;
  for (size_t p = 0; p < parts; ++p)
    team.emplace_back([&row, p, length] {
      smooth(row, p * length, (p + 1) * length);
    });
  for (std::thread &t : team)
    t.join();
}

int main(int argc, char **) {
  std::vector<float> row(argc * 100);
  smoothAll(row, 3);
}

// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'row[...]': written here while another thread may read it at {{.*}}chunks-of-size.cpp:[[#@LINE-19]]:17 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'smoothAll' -> 'smooth'{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: each of the threads started here reaches the read through a lambda in 'smoothAll' -> 'smooth'{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: for example, both get to element [1]{{$}}
// CHECK: {{^}}{{.*}}chunks-of-size.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: guard 'row[...]' with a mutex, or make it atomic{{$}}
