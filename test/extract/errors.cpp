// RUN: sh -c '%fearless facts --dump %s -- -std=c++20; test $? -eq 3' 2>/dev/null | FileCheck %s
// A body with an error is left out, the others are there.
int n;
void wrong() { undeclared(1); n = 1; }
void right() { n = 2; }
// CHECK: unit {{.*}}errors.cpp cxx{{.*}} errors
// CHECK-NOT: body wrong
// CHECK: body right
// CHECK: write @n
// CHECK-NOT: body wrong
