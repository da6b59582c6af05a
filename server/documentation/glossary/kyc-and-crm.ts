import type { GlossaryEntry } from './entry.ts'

export const kycAndCrm: readonly GlossaryEntry[] = [
  {
    title: 'KYC (Know Your Customer)',
    en: `What a bank must do before and while it serves a [Customer](/glossary#Customer), by the rules against money laundering: see documents that prove who they are, check them, and note the outcome.

* [KYC Document](/glossary#KYC-Document): what was shown
* [KYC Media](/glossary#KYC-Media): pictures and recordings of it
* [KYC Check](/glossary#KYC-Check): what staff did with it
* [KYC Status](/glossary#KYC-Status): what came of it, over time`,
    es: `**Conocimiento del cliente.** Lo que un banco debe hacer antes de atender a un [cliente](/glossary#Customer) y mientras lo atiende, según las normas contra el blanqueo de capitales: ver los documentos que acreditan quién es, comprobarlos y anotar el resultado.

* [KYC Document](/glossary#KYC-Document): lo que se presentó
* [KYC Media](/glossary#KYC-Media): imágenes y grabaciones de ello
* [KYC Check](/glossary#KYC-Check): lo que hizo con ello el personal
* [KYC Status](/glossary#KYC-Status): en qué quedó, a lo largo del tiempo`,
  },
  {
    title: 'KYC Document',
    en: 'A document that proves who a [Customer](/glossary#Customer) is, such as a passport: its type and number, where and when it was issued, and when it expires.',
    es: '**Documento KYC.** Un documento que acredita quién es un [cliente](/glossary#Customer), como un pasaporte: su tipo y número, dónde y cuándo se expidió y cuándo caduca.',
  },
  {
    title: 'KYC Media',
    en: 'A picture or a recording that belongs to a [KYC Document](/glossary#KYC-Document) or a [KYC Check](/glossary#KYC-Check), by the address where it is kept.',
    es: '**Medio KYC.** Una imagen o grabación que pertenece a un [documento](/glossary#KYC-Document) o a una [comprobación](/glossary#KYC-Check), por la dirección donde se guarda.',
  },
  {
    title: 'KYC Check',
    en: 'A check that a member of staff made of a [Customer](/glossary#Customer): when, how, by whom, and whether they were satisfied.',
    es: '**Comprobación KYC.** La que hizo un empleado sobre un [cliente](/glossary#Customer): cuándo, cómo, quién y si quedó satisfecho.',
  },
  {
    title: 'KYC Status',
    en: 'Whether a [Customer](/glossary#Customer) is in order, from a date on. Statuses are a history: a new one does not replace the older ones.',
    es: '**Estado KYC.** Si un [cliente](/glossary#Customer) está verificado, desde una fecha. Los estados son un historial: uno nuevo no sustituye a los anteriores.',
  },
  {
    title: 'Tax Residence',
    en: 'A country where a [Customer](/glossary#Customer) pays taxes, with the number that its tax office knows them by. Banks must ask for it and report it abroad (CRS, FATCA).',
    es: '**Residencia fiscal.** Un país donde tributa un [cliente](/glossary#Customer), con el número que le asigna su administración tributaria. Los bancos deben pedirla y comunicarla al extranjero (CRS, FATCA).',
  },
  {
    title: 'Credit Rating',
    en: 'How creditworthy a [Customer](/glossary#Customer) is: the rating, such as `AAA`, and who gives it. The credit limit beside it is an amount up to which the bank lends.',
    es: '**Calificación crediticia.** La solvencia de un [cliente](/glossary#Customer): la calificación, como `AAA`, y quién la otorga. El límite de crédito que la acompaña es el importe hasta el que presta el banco.',
  },
  {
    title: 'CRM (Customer Relationship Management)',
    en: 'How a bank keeps in touch with its customers. Here it is what happened between them ([CRM Event](/glossary#CRM-Event)) and what the bank wrote ([Customer Message](/glossary#Customer-Message)).',
    es: '**Gestión de la relación con el cliente.** Cómo mantiene un banco el trato con sus clientes. Aquí es lo que ocurrió entre ambos ([evento de CRM](/glossary#CRM-Event)) y lo que el banco escribió ([mensaje](/glossary#Customer-Message)).',
  },
  {
    title: 'CRM Event',
    en: 'Something that took place between a [Bank](/glossary#Bank) and a [Customer](/glossary#Customer), such as an appointment or a call: its category, detail, channel and result, when it was planned for and when it took place.',
    es: '**Evento de CRM.** Algo que tuvo lugar entre un [banco](/glossary#Bank) y un [cliente](/glossary#Customer), como una cita o una llamada: su categoría, detalle, canal y resultado, para cuándo se planificó y cuándo tuvo lugar.',
  },
  {
    title: 'Customer Message',
    en: 'A message from a person or department of a [Bank](/glossary#Bank) to the [User](/glossary#User) of a [Customer](/glossary#Customer).',
    es: '**Mensaje al cliente.** Un mensaje de una persona o un departamento de un [banco](/glossary#Bank) al [usuario](/glossary#User) de un [cliente](/glossary#Customer).',
  },
  {
    title: 'Social Media Handle',
    en: 'The name by which a [Customer](/glossary#Customer) can be reached in a social network, since when, and for how long the bank has known it.',
    es: '**Usuario en redes sociales.** El nombre con el que se puede contactar con un [cliente](/glossary#Customer) en una red social, desde cuándo lo usa y desde cuándo lo conoce el banco.',
  },
]
