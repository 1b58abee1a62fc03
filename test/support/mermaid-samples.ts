/** A diagram of every type that Mermaid has, by the word it begins with. */
export const mermaidSamples: Readonly<Record<string, string>> = {
  flowchart: `flowchart LR
  code[Your code] -->|build| image{{Image}}:::point
  image -->|push| registry[(Registry)]
  subgraph cluster [Cluster]
    a[replica]
    b(replica)
  end
  registry -->|pull| a & b
  a --> ok{Ready?}
  ok -.->|no| a`,
  graph: `graph TD
  quay([Quay]) ==> ship[/Ship/]
  ship --> sea((Sea))`,
  'flowchart-elk': `flowchart-elk LR
  quay --> crane --> ship`,
  'swimlane-beta': `swimlane-beta LR
  subgraph dev [Developers]
    write[Write] --> push[Push]
  end
  subgraph ops [Operators]
    deploy[Deploy]
  end
  push --> deploy`,
  sequenceDiagram: `sequenceDiagram
  autonumber
  actor you as You
  participant api as API server
  participant node as Node
  you->>+api: apply deploy.yaml
  Note over api: checks and stores
  loop every ten seconds
    node->>api: what is to run?
    api-->>node: three replicas
  end
  alt image is there
    node->>node: start
  else image is missing
    node-xapi: pull error
  end
  api-->>-you: created
  Note right of you: done`,
  classDiagram: `classDiagram
  class Ship {
    +String name
    +int containers
    +load(container) bool
    -sink() void
  }
  class Ferry
  Ship <|-- Ferry : is a
  Ship "1" *-- "many" Container : carries
  Ship ..> Port : calls at
  note for Ship "All at sea"`,
  stateDiagram: `stateDiagram-v2
  [*] --> Pending
  Pending --> Running : scheduled
  state Running {
    [*] --> Starting
    Starting --> Ready : probe
  }
  Running --> Failed : exit 1
  Running --> Succeeded : exit 0
  Failed --> Pending : restart
  Succeeded --> [*]
  note right of Failed : backs off`,
  erDiagram: `erDiagram
  SHIP ||--o{ CONTAINER : carries
  SHIP {
    string name PK
    int length
  }
  CONTAINER {
    string id PK
    string owner
    int weight
  }
  PORT }|..|{ SHIP : serves`,
  journey: `journey
  title A day of a container
  section Morning
    Built: 5: Developer
    Pushed: 4: Developer, Pipeline
  section Evening
    Pulled: 3: Node
    Crashed: 1: Node`,
  gantt: `gantt
  title Move to the cluster
  dateFormat YYYY-MM-DD
  axisFormat %d %b
  section Prepare
    Images :done, a1, 2026-01-05, 7d
    Registry :active, a2, after a1, 5d
  section Move
    First service :crit, a3, after a2, 6d
    The rest :a4, after a3, 9d
    Live :milestone, after a4, 0d`,
  pie: `pie showData title What fills a ship
  "Containers" : 62
  "Cars" : 25
  "Passengers" : 13`,
  quadrantChart: `quadrantChart
  title What to move first
  x-axis Little work --> Much work
  y-axis Little use --> Much use
  quadrant-1 Plan
  quadrant-2 Now
  quadrant-3 Never
  quadrant-4 Later
  Website: [0.2, 0.8]
  Database: [0.85, 0.65]
  Wiki: [0.3, 0.25]`,
  requirementDiagram: `requirementDiagram
  requirement afloat {
    id: 1
    text: The ship stays afloat
    risk: high
    verifymethod: test
  }
  element hull {
    type: part
    docref: hull.md
  }
  hull - satisfies -> afloat`,
  gitGraph: `gitGraph
  commit id: "one"
  commit id: "two"
  branch feature
  checkout feature
  commit id: "three" type: HIGHLIGHT
  commit id: "four"
  checkout main
  commit id: "fix" type: REVERSE
  merge feature tag: "v1.0"
  commit id: "five"`,
  C4Context: `C4Context
  title A shop in the cluster
  Person(customer, "Customer", "Buys things")
  System(shop, "Shop", "Sells things")
  System_Ext(bank, "Bank", "Moves money")
  Rel(customer, shop, "Uses", "HTTPS")
  Rel(shop, bank, "Pays with")`,
  C4Container: `C4Container
  System_Boundary(c, "Cluster") {
    Container(web, "Web", "nginx", "Serves pages")
    ContainerDb(db, "Database", "PostgreSQL", "Keeps orders")
  }
  Rel(web, db, "Reads and writes")`,
  C4Component: `C4Component
  Container_Boundary(c, "Shop") {
    Component(cart, "Cart", "Go", "Counts")
  }`,
  C4Dynamic: `C4Dynamic
  Container(a, "Web", "nginx")
  Container(b, "Shop", "Go")
  Rel(a, b, "Asks")`,
  C4Deployment: `C4Deployment
  Deployment_Node(n, "Node", "Linux") {
    Container(a, "Web", "nginx")
  }`,
  mindmap: `mindmap
  root((Cluster))
    Nodes
      Kubelet
      Runtime
    Control plane
      API server
      Scheduler
    ::icon(fa fa-book)
    Storage`,
  timeline: `timeline
  title How containers came about
  1979 : chroot
  2008 : LXC : cgroups
  2013 : Docker
  2014 : Kubernetes`,
  kanban: `kanban
  todo[To do]
    docs[Write the guide]
  doing[Doing]
    move[Move the shop]@{ assigned: 'ada', priority: 'High' }
  done[Done]
    image[Build the image]`,
  sankey: `sankey-beta
Port,Train,30
Port,Truck,50
Truck,Shop,35
Truck,Store,15
Train,Store,30`,
  xychart: `xychart-beta
  title "Containers a month"
  x-axis [Jan, Feb, Mar, Apr, May]
  y-axis "Thousands" 0 --> 50
  bar [12, 22, 31, 38, 47]
  line [10, 20, 30, 40, 45]`,
  block: `block-beta
  columns 3
  web["Web"] space db[("Database")]
  down<["reads"]>(right) cache("Cache") end2["Log"]
  web --> db`,
  packet: `packet-beta
  0-15: "Source port"
  16-31: "Destination port"
  32-63: "Sequence number"`,
  architecture: `architecture-beta
  group cluster(cloud)[Cluster]
  service web(server)[Web] in cluster
  service db(database)[Database] in cluster
  service net(internet)[Internet]
  net:R --> L:web
  web:R --> L:db`,
  'radar-beta': `radar-beta
  title Two tools
  axis speed["Speed"], size["Size"], reach["Reach"], ease["Ease"]
  curve docker["Docker"]{4, 3, 2, 5}
  curve k8s["Kubernetes"]{3, 4, 5, 2}
  max 5`,
  treemap: `treemap-beta
"Image"
  "Base": 70
  "Libraries": 40
"Yours"
  "Program": 12
  "Settings": 4`,
  'treeView-beta': `treeView-beta
  "shop"
    "Dockerfile"
    "src"
      "main.go"`,
  eventmodeling: `eventmodeling
tf 01 ui Cart
tf 02 cmd AddItem
tf 03 evt ItemAdded`,
  ishikawa: `ishikawa-beta
  Pod restarts
    Image
      Wrong tag
    Memory
      Limit too low
    Probe
      Too early`,
  'venn-beta': `venn-beta
  title Who needs what
  set A["Developers"]
  set B["Operators"]
  union A,B["Containers"]`,
  'wardley-beta': `wardley-beta
title Shop
anchor Customer [0.95, 0.6]
component Shop [0.75, 0.5]
component Cluster [0.4, 0.7]
Customer -> Shop
Shop -> Cluster`,
  'cynefin-beta': `cynefin-beta
  title Incidents
  complex
    "New outage"
  complicated
    "Slow query"
  clear
    "Full disk"
  chaotic
    "All down"`,
  'railroad-beta': `railroad-beta
number = sequence(nonterminal("digit"), zeroOrMore(nonterminal("digit"))) ;`,
  'railroad-ebnf-beta': `railroad-ebnf-beta
number = digit, { digit } ;`,
  'railroad-abnf-beta': `railroad-abnf-beta
number = 1*digit ;`,
  'railroad-peg-beta': `railroad-peg-beta
Number <- Digit+ ;`,
  info: 'info',
};
