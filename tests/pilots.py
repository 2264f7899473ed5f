"""Small, valid pilot files for tests."""

BOOKS = """
pilot: halfleaf
name: Five books
brand: {name: Halfleaf, wordmark: Halfleaf, accent: petrol, line: "Books chosen for one reader"}
disclosure: neutral
contact: hello@halfleaf.example
controller: Halfleaf Books, 1 Tram Street
plan:
  hypothesis: Readers keep at least two of three chosen books more often than from one list.
  measure: {kind: kept_at_least, k: 2}
  target: 0.5
  least_n: 20
  planned_n: 60
  window_days: 14
promise: {hours: 24, time_zone: Europe/London}
release: {when: at_promise}
form:
  start:
    title: Three books, chosen for you
    text: Tell us what you are in the mood for.
    minutes: 2
    who_reads: Our small team reads your answers.
    data: We delete them 90 days after the pilot.
  steps:
    - key: mood
      title: What should these books do for you?
      lede: Choose up to two.
      questions:
        - {key: mood, kind: several_choices, label: Mood, role: segment, at_most: 2,
           options: [{value: company, label: Keep me company}, {value: laugh, label: Make me laugh},
                     {value: slow, label: Slow me down}]}
        - {key: laugh_how, kind: one_choice, label: What kind of funny?, required: false,
           show_if: {mood: [laugh]},
           options: [{value: dry, label: Dry}, {value: loud, label: Loud}]}
    - key: wish
      title: Tell us more
      questions:
        - {key: wish, kind: long_text, label: What are you hoping for?, role: wish,
           why: A person reads this.}
        - {key: avoid, kind: short_text, label: Anything to steer around?, role: avoid,
           required: false, sensitive: true}
        - {key: budget, kind: money, label: Budget, role: budget, required: false, minimum: 5}
    - key: you
      title: Where should they go?
      questions:
        - {key: name, kind: short_text, label: Your first name, role: name, max_length: 80}
        - {key: email, kind: email, label: Your e-mail address, role: address}
  consents:
    - {key: process, text: You may read my answers to choose for me., required: true}
    - {key: training, text: You may learn from my answers., required: false}
slots:
  - {role: core, name: Sure thing, count: 2, hint: Safe and good}
  - {role: wildcard, name: Wild card, hint: A surprise}
arms: {hand: 60, segment: 20, generic: 20}
letter: You told us what you are in the mood for. Here are three that fit.
house:
  - {item: quiet-ferry, slot: core, reason: A calm story that most readers finish.}
  - {item: second-allotment, slot: core, reason: Two rivals share a shed.}
  - {item: soup, slot: wildcard, reason: You did not know you wanted this.}
rules:
  - {when: {mood: laugh}, pick: {item: soup, slot: core, reason: It is funnier than it looks.}}
  - {when: {mood: [company, slow]}, pick: {item: quiet-ferry, slot: core, reason: Kind people.}}
  - {when: {}, pick: {tag: quiet, slot: core, reason: Quiet pages.}}
  - {when: {}, pick: {tag: sea, slot: wildcard, reason: Sea air.}}
verdict_question: Will you read it?
verdicts:
  - {key: "yes", label: "Yes, please", icon: heart, kept: true, reply: "Noted."}
  - {key: maybe, label: Maybe, icon: bookmark}
  - {key: have, label: Read it already, icon: book-check, already: true}
  - {key: "no", label: Not for me, icon: x,
     reasons: [{key: genre, label: Not my kind}, {key: sad, label: Too sad}]}
take_set: I'll take all three
closing:
  - {key: understood, kind: scale, label: How well did we understand you?}
  - {key: comment, kind: text, label: What would you tell us?}
reason_codes: [{key: mood, label: Fits the mood}, {key: style, label: Like one they loved}]
could_rules: [{key: "no", label: "No"}, {key: mood, label: "Yes, from the mood"}]
checks: {never_in: [tags, themes], budget: warn}
cards: {shape: book, noun: book, nouns: books, facts: [pages], facets: [genre, length]}
"""

BOOKS_CATALOGUE = """key,title,maker,description,price,pages,genre,length,themes,tags,stock
quiet-ferry,The Quiet Ferry,Liv Halvorsen,A ferryman keeps a ledger of kindnesses.,9.99,198,Novel,short,sea,quiet;sea,4
second-allotment,The Second Allotment,Rosalind Peake,Two rivals share a shed.,11.99,276,Novel,medium,friendship,quiet;funny,3
soup,A Short History of Soup,Teodor Brandt,Nine soups that changed a town.,9.99,184,Food,short,food,funny;food,5
lamplighter,The Lamplighter's Week,Ines Vardal,Seven evenings with one man and his lamps.,10.99,212,Novel,medium,work,quiet;translated,2
river,Letters to a Slow River,Paulo Nery,Letters written during a parent's illness.,8.99,148,Essays,short,illness;grief,sea;quiet,1
dog,The Understudy's Dog,Colm Tierney,A failing theatre and a very large dog.,8.99,189,Novel,short,work,funny,0
"""

HAND_ALONE = """
pilot: fitting
name: Two pieces
brand: {name: Fitting, wordmark: Fitting, accent: plum}
disclosure: named
contact: hello@fitting.example
controller: Fitting Ltd, 2 Mill Lane
plan:
  hypothesis: People keep one of two.
  measure: {kind: kept_at_least, k: 1}
  target: 0.5
  least_n: 10
  planned_n: 30
promise: {hours: 48}
release: {when: at_once}
form:
  start: {title: Two pieces, text: Tell us., minutes: 1, who_reads: Our stylists., data: Deleted after 90 days.}
  steps:
    - key: all
      title: About you
      questions:
        - {key: wish, kind: long_text, label: What for?, role: wish}
        - {key: email, kind: email, label: E-mail, role: address}
  consents: [{key: process, text: Read my answers., required: true}]
slots: [{role: core, name: Core, count: 2}]
arms: {hand: 1}
verdicts:
  - {key: "yes", label: Keep, icon: heart, kept: true}
  - {key: "no", label: Send back, icon: x}
"""
