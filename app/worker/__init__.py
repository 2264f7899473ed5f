"""The worker: answers for arms without a person, releases, sends what waits in the outbox."""
