"""The queue: curators and leads take, put back, hand over and take over briefs at /queue.

Moves waiting and claimed briefs; `assignment` draws the arm that answers a customer.
"""
