#pragma once

class Ledger;
class Rates;

/// Customers served today, over all counters.
extern long g_served;

/// One counter's day: serves `customers` people, then closes.
void serve(Ledger &ledger, const Rates &rates, int counter, int customers);
